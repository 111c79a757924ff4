import { useMutation, useQueryClient } from '@tanstack/react-query';
import { exportLink } from '#findings/contract';
import { jobsKey } from '../api/jobs.ts';
import { ask, tell } from '../api/request.ts';
import { fetchFile } from '../lists/export.ts';
import { useToast } from '../ui/toasts.tsx';

/** Fetches a written export by a link that is good once. */
export function useDownload() {
  const client = useQueryClient();
  const toast = useToast();
  return useMutation({
    mutationFn: async (ekspor: string) => ask(exportLink, `ekspor/${ekspor}/tautan`, { method: 'POST' }),
    onSuccess: (link) => fetchFile(link),
    onError: (error) => toast({ text: error.message }),
    onSettled: async () => client.invalidateQueries({ queryKey: jobsKey }),
  });
}

export function useCancelExport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (ekspor: string) => tell(`ekspor/${ekspor}/batalkan`),
    onSettled: async () => client.invalidateQueries({ queryKey: jobsKey }),
  });
}

/** That one saw what ended. */
export function useSeen() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => tell('pekerjaan/dilihat'),
    onSettled: async () => client.invalidateQueries({ queryKey: jobsKey }),
  });
}
