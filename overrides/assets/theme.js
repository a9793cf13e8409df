// Colours as the reader chose them, before the first paint; then the header: menus that close by themselves.
{
  const KEY = "r-scheme";
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const kept = () => {
    try { return localStorage.getItem(KEY); } catch { return null; }
  };
  let chosen = ["light", "dark"].includes(kept()) ? kept() : "auto";

  const paint = () => {
    const isDark = chosen === "dark" || (chosen === "auto" && dark.matches);
    root.dataset.mdColorScheme = isDark ? "slate" : "default";
  };
  const keep = () => {
    try { chosen === "auto" ? localStorage.removeItem(KEY) : localStorage.setItem(KEY, chosen); } catch { /* not kept */ }
  };
  paint();
  dark.addEventListener("change", paint);

  const offerScheme = (button) => {
    const name = () => {
      button.dataset.scheme = chosen;
      button.title = button.dataset[chosen];
      button.setAttribute("aria-label", button.dataset[chosen]);
    };
    button.addEventListener("click", () => {
      chosen = { auto: "light", light: "dark", dark: "auto" }[chosen];
      keep();
      paint();
      name();
    });
    name();
    button.hidden = false;
  };

  // A menu closes when the reader goes elsewhere; Escape closes it and gives the focus back to its name.
  const closeMenus = (header) => {
    const open = () => header.querySelectorAll("details[open]");
    header.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      for (const menu of open()) {
        menu.open = false;
        if (menu.contains(document.activeElement)) menu.querySelector("summary").focus();
        event.preventDefault();
      }
    });
    const elsewhere = (event) => {
      for (const menu of open()) if (!menu.contains(event.target)) menu.open = false;
    };
    document.addEventListener("click", elsewhere);
    document.addEventListener("focusin", elsewhere);
  };

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll(".r-scheme").forEach(offerScheme);
    document.querySelectorAll(".r-header").forEach(closeMenus);
    const panel = document.getElementById("r-toc");
    panel?.addEventListener("click", (event) => event.target.closest("a") && panel.matches(":popover-open") && panel.hidePopover());
  });
}
