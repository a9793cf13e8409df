// `/` leads to the search from anywhere but a field.
const isField = (element) => element.isContentEditable
  || element.matches("textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit])");
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return;
  const field = document.querySelector("#r-query") ?? document.querySelector(".r-seek input");
  if (!field) return;
  event.preventDefault();
  if (field.checkVisibility?.() === false) location.href = field.form.action;
  else field.focus();
});
