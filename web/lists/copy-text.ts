/** Puts a text on the clipboard; says whether the browser let it. Offices also open the portal by HTTP, where there is only the old way. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    area.setAttribute('readonly', '');
    area.style.position = 'fixed';
    area.style.opacity = '0';
    const before = document.activeElement;
    document.body.append(area);
    area.select();
    // oxlint-disable-next-line typescript/no-deprecated -- the only way where the page is not secure
    const isDone = document.execCommand('copy');
    area.remove();
    if (before instanceof HTMLElement) before.focus();
    return isDone;
  }
}
