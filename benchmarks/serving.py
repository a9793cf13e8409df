"""A static server for a built site: gzip, and the headers that `netlify.toml` names for every page."""

import functools
import gzip
import http.server
import io
import threading
import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

NETLIFY = Path(__file__).parents[1] / "netlify.toml"
TEXT = (".html", ".css", ".js", ".svg", ".json", ".txt", ".xml")


def published_headers() -> dict[str, str]:
    """What the host sends with every page, the Content-Security-Policy among it."""
    rules = tomllib.loads(NETLIFY.read_text(encoding="utf-8"))["headers"]
    return next(rule["values"] for rule in rules if rule["for"] == "/*")


class Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments, headers: Mapping[str, str], **named) -> None:
        self.sent = headers
        super().__init__(*arguments, **named)

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def copyfile(self, source: IO[bytes], outputfile: IO[bytes]) -> None:
        with suppress(ConnectionError):  # a page that is left asks for no more
            super().copyfile(source, outputfile)

    def end_headers(self) -> None:
        for name, value in self.sent.items():
            self.send_header(name, value)
        super().end_headers()

    def send_head(self):
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() and self.path.split("?")[0].endswith("/") else path
        if path.suffix not in TEXT or not path.is_file() or "gzip" not in self.headers.get("Accept-Encoding", ""):
            return super().send_head()
        body = gzip.compress(path.read_bytes(), mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", f"{self.guess_type(str(path))}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)


@contextmanager
def served(site: Path, headers: Mapping[str, str] | None = None) -> Iterator[str]:
    """The address of a folder while it is served, with the headers of the host where none are given."""
    handler = functools.partial(
        Handler, directory=str(site), headers=published_headers() if headers is None else headers
    )
    with running(handler) as address:
        yield address


@contextmanager
def running(handler: Callable[..., http.server.BaseHTTPRequestHandler]) -> Iterator[str]:
    """The address of a server while it runs."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()
