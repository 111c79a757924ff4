import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';

interface PickerProps {
  readonly summary: ReactNode;
  /** Name of what opens, and its look. */
  readonly label: string;
  readonly className: string;
  readonly isWideOnly?: boolean;
  readonly children: ReactNode;
}

/** A button that opens choices below it; Esc and a press elsewhere close them. */
export function Picker({ summary, label, className, isWideOnly = false, children }: PickerProps) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const closeOutside = ({ target }: Event): void => {
      if (details.current !== null && target instanceof Node && !details.current.contains(target))
        details.current.open = false;
    };
    document.addEventListener('pointerdown', closeOutside);
    return () => document.removeEventListener('pointerdown', closeOutside);
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || details.current?.open !== true) return;
    event.stopPropagation();
    details.current.open = false;
    details.current.querySelector('summary')?.focus();
  };
  return (
    // The key closes what the summary opens.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <details className={isWideOnly ? 'picker wide-only' : 'picker'} ref={details} onKeyDown={onKeyDown}>
      <summary className="button small-button" title={label}>
        {summary}
      </summary>
      <div className={`picker-body ${className}`} role="group" aria-label={label}>
        {children}
      </div>
    </details>
  );
}
