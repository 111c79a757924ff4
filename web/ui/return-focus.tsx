import { useEffect, useRef, useState } from 'react';

/** Inside an overlay: when it goes, however it does, the focus goes back to what opened it. */
export function ReturnFocus() {
  const [opener] = useState(() => document.activeElement);
  const isThere = useRef(false);
  useEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
      // Once the overlay no longer holds the focus.
      setTimeout(() => {
        if (!isThere.current && opener instanceof HTMLElement && opener.isConnected) opener.focus();
      });
    };
  }, [opener]);
  return null;
}
