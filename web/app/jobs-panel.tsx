import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { JobRow } from '#findings/contract';
import { formatInstant } from '../ui/format.ts';
import { Glyph } from '../ui/glyph.tsx';
import { JobProgress } from '../ui/job-progress.tsx';
import { useCancelExport, useDownload, useSeen } from './job-actions.ts';
import { JOB_WORDS, wordOf } from './job-words.ts';

interface JobsPanelProps {
  readonly running: readonly JobRow[];
  readonly news: readonly JobRow[];
  readonly onClose: () => void;
}

/** Everything that runs, with its progress, and below it what ended. To open it is to have seen it. */
export function JobsPanel({ running, news, onClose }: JobsPanelProps) {
  const cancel = useCancelExport();
  const download = useDownload();
  const { mutate: markSeen } = useSeen();
  const hasNew = news.some(({ dilihat }) => !dilihat);
  useEffect(() => {
    // Marked when it is closed, so that what is new can be told while it is read.
    if (!hasNew) return undefined;
    return () => markSeen();
  }, [hasNew, markSeen]);
  return (
    <div className="jobs-panel">
      <h2>Sedang berjalan</h2>
      {running.length === 0 ? (
        <p>Tidak ada pekerjaan yang berjalan.</p>
      ) : (
        <ul>
          {running.map((job) => (
            <li key={job.pekerjaan}>
              <Subject job={job} onClose={onClose} />
              <JobProgress
                stage={
                  job.keadaan === 'antre'
                    ? 'Menunggu giliran'
                    : `${JOB_WORDS[job.jenis] ?? 'Mengerjakan'}: ${job.tahap}`
                }
                done={job.selesai}
                of={job.dari}
                {...(job.jenis === 'ekspor' ? { onCancel: () => cancel.mutate(job.sasaran) } : {})}
              />
            </li>
          ))}
        </ul>
      )}
      <h2>Kabar</h2>
      {news.length === 0 ? (
        <p>Belum ada. Hasil pekerjaan yang Anda minta muncul di sini dan tinggal tujuh hari.</p>
      ) : (
        <ul>
          {news.map((job) => (
            <li key={job.pekerjaan} data-new={job.dilihat ? undefined : ''}>
              <span className="state">
                <Glyph state={job.keadaan === 'selesai' ? 'ok' : job.keadaan === 'gagal' ? 'bad' : 'none'} />
                <span>{wordOf(job)}</span>
              </span>
              <div>
                <small className="dim">
                  {formatInstant(job.berakhirPada ?? job.dibuatPada)}
                  {job.unduhSampai === null ? '' : `, dapat diunduh sampai ${formatInstant(job.unduhSampai)}`}
                </small>
                {job.unduhSampai === null ? (
                  job.jenis === 'ekspor' ? null : (
                    <DeliveryLink job={job} onClose={onClose}>
                      Buka kiriman
                    </DeliveryLink>
                  )
                ) : (
                  <button
                    type="button"
                    className="button small-button"
                    disabled={download.isPending}
                    onClick={() => download.mutate(job.sasaran)}
                  >
                    Unduh
                  </button>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface SubjectProps {
  readonly job: JobRow;
  readonly onClose: () => void;
}

function Subject({ job, onClose }: SubjectProps) {
  return job.jenis === 'ekspor' ? (
    <span>{job.namaBerkas}</span>
  ) : (
    <DeliveryLink job={job} onClose={onClose}>
      {job.namaBerkas}
    </DeliveryLink>
  );
}

function DeliveryLink({ job, onClose, children }: SubjectProps & { readonly children: string }) {
  return (
    <Link to="/kiriman/$dari/$kiriman" params={{ dari: String(job.instansi), kiriman: job.sasaran }} onClick={onClose}>
      {children}
    </Link>
  );
}
