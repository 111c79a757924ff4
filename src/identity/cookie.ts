/**
 * The session's cookie. Scripts cannot read it and other sites cannot send it. Where the portal is served by HTTPS the browser
 * itself refuses it from anywhere else (`__Host-`).
 */
const nameOf = (isHttps: boolean): string => (isHttps ? '__Host-sesi' : 'sesi');

/** Of the state that went to a provider and comes back: sent along when a page of the provider leads here (`Lax`). */
const visitOf = (isHttps: boolean): string => (isHttps ? '__Host-penyedia' : 'penyedia');

/** Token of a `Cookie` header. */
export function readSessionCookie(header: string | undefined, isHttps: boolean): string | undefined {
  return readCookie(header, nameOf(isHttps));
}

/** `Set-Cookie` of a token; an empty one takes it away. */
export function writeSessionCookie(token: string, isHttps: boolean): string {
  return writeCookie(nameOf(isHttps), token, isHttps, 'Strict');
}

/** State of a sign-in that is on its way to the provider. */
export function readVisitCookie(header: string | undefined, isHttps: boolean): string | undefined {
  return readCookie(header, visitOf(isHttps));
}

export function writeVisitCookie(state: string, isHttps: boolean): string {
  return writeCookie(visitOf(isHttps), state, isHttps, 'Lax');
}

function readCookie(header: string | undefined, name: string): string | undefined {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

function writeCookie(name: string, value: string, isHttps: boolean, sameSite: 'Strict' | 'Lax'): string {
  const end = value === '' ? '; Max-Age=0' : '';
  return `${name}=${value}; Path=/; HttpOnly; SameSite=${sameSite}${isHttps ? '; Secure' : ''}${end}`;
}
