// Before the first paint, so that nothing flickers: what the reader has switched off. marks.js draws the switches.
for (const name of ["r-no-marks", "r-confirmed"]) {
  try {
    document.documentElement.classList.toggle(name, localStorage.getItem(name) === "true");
  } catch {
    // A browser that keeps nothing shows everything.
  }
}
