/** Keys of one letter, and whether somebody switched them off (who speaks to the computer types them unawares). */
const KEY = 'portal.huruf-mati';

export const areLettersOn = (): boolean => localStorage.getItem(KEY) === null;

export function setLetters(isOn: boolean): void {
  if (isOn) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, 'ya');
}

/** Whether somebody writes into a field. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    (/^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName) &&
      !(target instanceof HTMLInputElement && target.type === 'checkbox')));

/** Whether a key is meant as a letter of its own: no field has the focus, no other key is held, and letters are on. */
export const isLetter = (event: KeyboardEvent): boolean =>
  !isTyping(event.target) && !event.ctrlKey && !event.metaKey && !event.altKey && areLettersOn();
