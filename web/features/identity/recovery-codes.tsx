/** Recovery codes, the one time that they are shown. */
export function RecoveryCodes({ codes, onDone }: { readonly codes: readonly string[]; readonly onDone: () => void }) {
  return (
    <div className="form">
      <p>
        <b>Simpan kode pemulihan ini sekarang.</b> Tiap kode berlaku sekali bila ponsel hilang, dan hanya tampil di sini
        sekali.
      </p>
      <ul className="codes mono">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="form-actions">
        <button type="button" className="button" onClick={() => window.print()}>
          Cetak
        </button>
        <button type="button" className="button main" onClick={onDone}>
          Sudah disimpan
        </button>
      </div>
    </div>
  );
}
