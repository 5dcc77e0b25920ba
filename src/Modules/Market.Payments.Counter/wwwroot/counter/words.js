// The page's sentences, as the server wrote them into the page in its language.
const page = document.documentElement;
const words = JSON.parse(document.getElementById('words').textContent);
const plural = new Intl.PluralRules(page.lang);

export const culture = page.lang;

export const say = (key, ...parts) => words[key].replace(/\{(\d)\}/g, (_, index) => parts[index]);

// A sentence about a number of things: one for one, one for many.
export const sayCount = (key, number, ...parts) => say(plural.select(number) === 'one' ? `${key}One` : `${key}Many`, number, ...parts);

export const sayAge = milliseconds => {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  if (minutes < 1) return say('ageNow');
  return minutes < 120 ? sayCount('ageMinutes', minutes) : sayCount('ageHours', Math.floor(minutes / 60));
};
