"""Pictures made at build time: SVG with links in it, each with its table."""
