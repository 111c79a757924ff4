import '@mantine/core/styles/Popover.layer.css';
import { Popover } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { JobRow } from '#findings/contract';
import { jobsKey, jobsQuery } from '../api/jobs.ts';
import { useUploads } from '../features/intake/upload.ts';
import { formatNumber } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { useToast } from '../ui/toasts.tsx';
import { useDownload } from './job-actions.ts';
import { JOB_WORDS, wordOf } from './job-words.ts';

const JobsPanel = lazy(async () => ({ default: (await import('./jobs-panel.tsx')).JobsPanel }));

/** In the bar: how far what runs is, and how many news there are; both open the same list. */
export function JobsMenu() {
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery(jobsQuery);
  const upload = useUploads().find(({ state }) => state === 'mengirim' || state === 'menyiapkan');
  const running = data?.berjalan ?? [];
  const unseen = (data?.kabar ?? []).filter(({ dilihat }) => !dilihat).length;
  useNews(data?.kabar);
  useAfterUploads(upload !== undefined);
  const [first] = running;
  return (
    <>
      {upload === undefined ? null : (
        <Link className="tool wide-only" to="/kiriman/kirim">
          <Ring share={upload.size === 0 ? 0 : upload.sent / upload.size} />
          Mengunggah {percent(upload.size === 0 ? 0 : upload.sent / upload.size)}
        </Link>
      )}
      <Popover opened={isOpen} onChange={setOpen} position="bottom-end" transitionProps={{ duration: 0 }} trapFocus>
        <Popover.Target>
          <button
            type="button"
            className="tool bell"
            aria-label={`Pekerjaan dan kabar: ${formatNumber(running.length)} berjalan, ${formatNumber(unseen)} kabar baru`}
            onClick={() => setOpen(!isOpen)}
          >
            {first === undefined ? null : (
              <>
                <Ring share={shareOf(first)} />
                <span className="wide-only">
                  {JOB_WORDS[first.jenis] ?? 'Mengerjakan'} {percent(shareOf(first))}
                </span>
              </>
            )}
            <Icon name="lonceng" />
            {unseen === 0 ? null : <b>{formatNumber(unseen)}</b>}
          </button>
        </Popover.Target>
        <Popover.Dropdown>
          {isOpen ? (
            <Suspense fallback={<p className="jobs-panel">Memuat</p>}>
              <JobsPanel running={running} news={data?.kabar ?? []} onClose={() => setOpen(false)} />
            </Suspense>
          ) : null}
        </Popover.Dropdown>
      </Popover>
    </>
  );
}

/** A file that arrived is checked by a job. */
function useAfterUploads(isSending: boolean): void {
  const client = useQueryClient();
  const wasSending = useRef(false);
  useEffect(() => {
    if (wasSending.current && !isSending) void client.invalidateQueries({ queryKey: jobsKey });
    wasSending.current = isSending;
  }, [isSending, client]);
}

/** Data that a publication changes. */
const CHANGED = [
  'beranda',
  'ringkasan',
  'sebab',
  'selisih',
  'perkara',
  'hitungan-perkara',
  'keputusan',
  'pegawai',
  'bidang',
  'kiriman',
  'cari',
];

/** Says what came of one's jobs when they end, and has pages read anew what a publication changed. */
function useNews(news: readonly JobRow[] | undefined): void {
  const known = useRef<ReadonlySet<string>>(undefined);
  const toast = useToast();
  const client = useQueryClient();
  const { mutate: download } = useDownload();
  useEffect(() => {
    if (news === undefined) return;
    const before = known.current;
    known.current = new Set(news.map(({ pekerjaan }) => pekerjaan));
    // What had ended when the page was opened waits behind the bell.
    if (before === undefined) return;
    for (const job of news.filter(({ pekerjaan }) => !before.has(pekerjaan))) {
      const isFile = job.unduhSampai !== null;
      toast({
        text: wordOf(job),
        ...(isFile
          ? {
              action: (
                <button type="button" className="button small-button" onClick={() => download(job.sasaran)}>
                  Unduh
                </button>
              ),
            }
          : {}),
      });
      if (job.jenis !== 'ekspor') for (const key of CHANGED) void client.invalidateQueries({ queryKey: [key] });
    }
  }, [news, toast, client, download]);
}

const shareOf = ({ selesai, dari }: JobRow): number => (dari === 0 ? 0 : selesai / dari);
const percent = (share: number): string => `${formatNumber(Math.round(share * 100))}%`;

function Ring({ share }: { readonly share: number }) {
  // The property carries the share into the gradient of the ring.
  return <span className="ring" style={{ ['--part' as string]: percent(share) }} aria-hidden="true" />;
}
