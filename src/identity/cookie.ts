/**
 * The session's cookie. Scripts cannot read it and other sites cannot send it. Where the portal is served by HTTPS the browser
 * itself refuses it from anywhere else (`__Host-`).
 */
const nameOf = (isHttps: boolean): string => (isHttps ? '__Host-sesi' : 'sesi');

/** Token of a `Cookie` header. */
export function readSessionCookie(header: string | undefined, isHttps: boolean): string | undefined {
  const start = `${nameOf(isHttps)}=`;
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(start))?.slice(start.length);
}

/** `Set-Cookie` of a token; an empty one takes it away. */
export function writeSessionCookie(token: string, isHttps: boolean): string {
  const end = token === '' ? '; Max-Age=0' : '';
  return `${nameOf(isHttps)}=${token}; Path=/; HttpOnly; SameSite=Strict${isHttps ? '; Secure' : ''}${end}`;
}
