import './intake.css';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { shortName, useCan, useMe } from '../../api/session.ts';
import { formatBytes, formatLongDay, today } from '../../ui/format.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { Icon } from '../../ui/icon.tsx';
import { NoRight } from '../../ui/instead.tsx';
import { JobProgress } from '../../ui/job-progress.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { packFiles, unpackable } from './pack-files.ts';
import { resumeUpload, startUpload, type Upload, useUploads } from './upload.ts';

/** Kirim data: choose or drop a file; it arrives in pieces and goes on after a break. */
export function SendPage() {
  const me = useMe();
  const can = useCan();
  const uploads = useUploads();
  const [watched, setWatched] = useState<number>();
  const [per, setPer] = useState(today);
  useGoOn(uploads.find(({ id }) => id === watched));
  const [packing, setPacking] = useState(0);
  const [refusal, setRefusal] = useState<string>();
  /** Several files are one delivery: people in one, their histories or another unit in others. */
  const send = async (chosen: FileList | null): Promise<void> => {
    const [file, ...others] = Array.from(chosen ?? []);
    if (file === undefined) return;
    const reason = others.length === 0 ? undefined : unpackable([file, ...others]);
    setRefusal(reason);
    if (reason !== undefined) return;
    if (others.length === 0) return setWatched(startUpload(file, me.instansi.instansi, per));
    setPacking(others.length + 1);
    const packed = await packFiles([file, ...others], `kiriman-${per}.zip`).finally(() => setPacking(0));
    setWatched(startUpload(packed, me.instansi.instansi, per));
  };
  return (
    <>
      <PageHead
        title="Kirim data"
        crumb={
          <>
            <Link to="/kiriman">Kiriman</Link> / baru
          </>
        }
        said={`Berkas Simpeg apa adanya; portal yang menyesuaikan kolomnya. Data ${shortName(me.instansi.nama)} yang terbit tidak berubah sebelum Anda menerbitkannya.`}
      />
      {can('kiriman.kirim') ? (
        <Sheet title="Pilih berkas">
          <div className="as-of-day">
            <label htmlFor="per">Data per tanggal</label>
            <input
              id="per"
              type="date"
              className="field-like"
              value={per}
              max={today()}
              required
              onChange={(event) => setPer(event.target.value === '' ? today() : event.target.value)}
            />
            <span className="dim small">
              {formatLongDay(new Date(`${per}T12:00:00+07:00`))}, hari berkas diambil dari Simpeg
            </span>
          </div>
          <DropPlace onFiles={(files) => void send(files)} />
          {refusal === undefined ? null : (
            <p className="note bad" role="alert">
              <Glyph state="bad" />
              <span>{refusal}</span>
            </p>
          )}
          {packing === 0 ? null : (
            <div className="sheet-body">
              <JobProgress stage={`Menyatukan ${packing} berkas menjadi satu kiriman`} done={0} of={0} />
            </div>
          )}
        </Sheet>
      ) : (
        <Sheet title="Kirim data">
          <NoRight>Hanya pengelola kepegawaian yang mengirim data instansinya. Mintalah kepada admin instansi.</NoRight>
        </Sheet>
      )}
      {uploads.length === 0 ? null : (
        <Sheet title="Unggahan" rule="berlanjut walau halaman lain dibuka">
          <ul className="uploads">
            {uploads.toReversed().map((upload) => (
              <li key={upload.id}>
                <UploadLine upload={upload} />
              </li>
            ))}
          </ul>
        </Sheet>
      )}
    </>
  );
}

/** When the file that was just chosen is whole, its check is what the person waits for. */
function useGoOn(upload: Upload | undefined): void {
  const navigate = useNavigate();
  const client = useQueryClient();
  const kiriman = upload?.state === 'selesai' ? upload.kiriman : undefined;
  const instansi = upload?.instansi;
  useEffect(() => {
    if (kiriman === undefined || instansi === undefined) return;
    void client.invalidateQueries({ queryKey: ['kiriman'] });
    void navigate({ to: '/kiriman/$dari/$kiriman', params: { dari: String(instansi), kiriman } });
  }, [kiriman, instansi, navigate, client]);
}

function DropPlace({ onFiles }: { readonly onFiles: (files: FileList | null) => void }) {
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const over = (event: DragEvent): void => {
    event.preventDefault();
    setOver(event.type === 'dragover');
  };
  return (
    // Dropping is a shortcut of the mouse; the button below does the same for everybody.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="drop-place"
      data-over={isOver ? '' : undefined}
      onDragOver={over}
      onDragLeave={over}
      onDrop={(event) => {
        over(event);
        onFiles(event.dataTransfer.files);
      }}
    >
      <Icon name="unggah" />
      <p>
        <b>Jatuhkan berkas di sini</b>, satu atau beberapa sekaligus, atau
      </p>
      <button type="button" className="button main" onClick={() => input.current?.click()}>
        Pilih berkas
      </button>
      <input
        ref={input}
        type="file"
        multiple
        className="hidden-text"
        tabIndex={-1}
        aria-label="Berkas yang dikirim"
        onChange={(event) => {
          onFiles(event.target.files);
          event.target.value = '';
        }}
      />
      <p className="dim small">
        XLSX, XLS, ODS, CSV, SQL, DBF, Access, JSON, ZIP. Struktur apa pun. Beberapa berkas menjadi satu kiriman:
        pegawai di satu berkas, riwayat atau unit lain di berkas lain. Arsip ZIP dikirim tersendiri.
      </p>
    </div>
  );
}

function UploadLine({ upload }: { readonly upload: Upload }) {
  const share = upload.size === 0 ? 0 : Math.floor((upload.sent / upload.size) * 100);
  return (
    <>
      <b>{upload.name}</b> <span className="dim">{formatBytes(upload.size)}</span>
      {upload.state === 'menyiapkan' ? <JobProgress stage="Menghitung sidik jari berkas" done={0} of={0} /> : null}
      {upload.state === 'mengirim' ? (
        <JobProgress stage={`Mengunggah ${share}%, ${formatBytes(upload.sent)} terkirim`} done={upload.sent} of={0} />
      ) : null}
      {upload.state === 'terputus' ? (
        <p className="note warn">
          <Glyph state="warn" />
          <span>Unggahan terputus pada {share}%. Lanjutkan; bagian yang sudah terkirim tidak diulang.</span>
          <button type="button" className="button small-button" onClick={() => resumeUpload(upload.id)}>
            Lanjutkan
          </button>
        </p>
      ) : null}
      {upload.state === 'ditolak' ? (
        <p className="note bad">
          <Glyph state="bad" />
          <span>{upload.sentence}</span>
        </p>
      ) : null}
      {upload.state === 'selesai' && upload.kiriman !== undefined ? (
        <p>
          <Link to="/kiriman/$dari/$kiriman" params={{ dari: String(upload.instansi), kiriman: upload.kiriman }}>
            Terkirim seluruhnya. Buka hasil pemeriksaan
          </Link>
        </p>
      ) : null}
    </>
  );
}
