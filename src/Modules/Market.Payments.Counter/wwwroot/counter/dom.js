// An element with its attributes, listeners (onclick and the like) and children; what is null or false is left out.
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

// Shows children in place of what was there. What stays is not touched, so that a press on it is not lost; the focus stays on the same key.
export function fill(place, ...children) {
  const wanted = new Set(children.flat().filter(child => child !== null && child !== undefined && child !== false));
  const key = place.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  let at = place.firstChild;
  const skip = () => {
    while (at && !wanted.has(at)) {
      const gone = at;
      at = at.nextSibling;
      gone.remove();
    }
  };
  for (const child of wanted) {
    skip();
    if (child === at) at = at.nextSibling;
    else place.insertBefore(child, at);
  }
  skip();
  if (key && !place.contains(document.activeElement)) place.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
}

// Makes an element anew only where what it shows has changed.
export function keeper() {
  const made = new Map();
  return (key, shown, make) => {
    const mark = JSON.stringify(shown);
    if (made.get(key)?.mark !== mark) made.set(key, { mark, element: make() });
    return made.get(key).element;
  };
}
