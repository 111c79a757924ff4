import { Link } from '@tanstack/react-router';
import { Refusal } from '../api/request.ts';
import { Failed } from '../ui/instead.tsx';
import { PageHead } from '../ui/page-head.tsx';

export function LostPage() {
  return (
    <>
      <PageHead title="Halaman tidak ada" />
      <div className="instead" role="alert">
        <p>Alamat ini tidak dikenal. Mungkin tautannya terpotong.</p>
        <Link className="button" to="/">
          Ke halaman pertama
        </Link>
      </div>
    </>
  );
}

/** A fault inside a page, or a page whose parts changed on the server meanwhile. */
export function ErrorPage({ error }: { readonly error: unknown }) {
  const refusal = error instanceof Refusal ? error : undefined;
  return (
    <Failed
      sentence={
        refusal?.message ?? 'Halaman ini tidak dapat ditampilkan. Muat ulang; bila tetap gagal, hubungi admin provinsi.'
      }
      reference={refusal?.reference}
      onAgain={() => location.reload()}
    />
  );
}
