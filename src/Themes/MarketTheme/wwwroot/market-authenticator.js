// Draws the code that an authenticator app scans.
document.querySelectorAll("[data-authenticator]").forEach((place) => {
  new QRCode(place, { text: place.dataset.authenticator, width: 192, height: 192 });
  place.removeAttribute("title");
  place.querySelectorAll("img, canvas").forEach((drawn) => {
    drawn.setAttribute("role", "img");
    drawn.setAttribute("aria-label", place.dataset.label);
  });
});
