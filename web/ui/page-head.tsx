import { type ReactNode, useEffect } from 'react';

interface PageHeadProps {
  readonly title: string;
  /** Where the page stands, above its title. */
  readonly crumb?: ReactNode;
  /** The one sentence with the figures that matter. */
  readonly said?: ReactNode;
  readonly actions?: ReactNode;
}

export function PageHead({ title, crumb, said, actions }: PageHeadProps) {
  useEffect(() => {
    document.title = `${title} · Portal Kepegawaian`;
  }, [title]);
  return (
    <div className="page-head">
      <div>
        {crumb === undefined ? null : <p className="crumb">{crumb}</p>}
        <h1 tabIndex={-1}>{title}</h1>
        {said === undefined ? null : <p className="said">{said}</p>}
      </div>
      {actions === undefined ? null : <div className="actions">{actions}</div>}
    </div>
  );
}
