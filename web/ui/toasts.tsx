import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import { Icon } from './icon.tsx';

/** A short message that leaves by itself; what it says also stands somewhere that stays. */
export interface Toast {
  readonly text: ReactNode;
  /** What can be done about it at once. */
  readonly action?: ReactNode;
}

const STAYS_MS = 10_000;

const ToastContext = createContext<(toast: Toast) => void>(() => undefined);

export const useToast = (): ((toast: Toast) => void) => useContext(ToastContext);

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly (Toast & { readonly id: number })[]>([]);
  const show = useCallback(
    (toast: Toast) => setToasts((now) => [...now.slice(-2), { ...toast, id: (now.at(-1)?.id ?? 0) + 1 }]),
    [],
  );
  const end = useCallback((id: number) => setToasts((now) => now.filter((one) => one.id !== id)), []);
  return (
    <ToastContext value={show}>
      {children}
      <div className="toasts screen-only" role="status">
        {toasts.map((toast) => (
          <ToastCard key={toast.id} id={toast.id} toast={toast} onEnd={end} />
        ))}
      </div>
    </ToastContext>
  );
}

interface ToastCardProps {
  readonly id: number;
  readonly toast: Toast;
  readonly onEnd: (id: number) => void;
}

function ToastCard({ id, toast, onEnd }: ToastCardProps) {
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (isHeld) return undefined;
    const timer = setTimeout(() => onEnd(id), STAYS_MS);
    return () => clearTimeout(timer);
  }, [isHeld, id, onEnd]);
  return (
    // Reading takes the time it takes: it stays while the pointer or the focus is on it.
    <div
      className="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{toast.text}</span>
      {toast.action}
      <button type="button" className="tool" aria-label="Tutup pesan" onClick={() => onEnd(id)}>
        <Icon name="tutup" />
      </button>
    </div>
  );
}
