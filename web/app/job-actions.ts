import { useMutation } from '@tanstack/react-query';
import { exportLink } from '#findings/contract';
import { ask, tell } from '../api/request.ts';
import { fetchFile } from '../lists/export.ts';
import { useToast } from '../ui/toasts.tsx';

/** Fetches a written export by a link that is good once. */
export function useDownload() {
  const toast = useToast();
  return useMutation({
    mutationFn: async (ekspor: string) => ask(exportLink, `ekspor/${ekspor}/tautan`, { method: 'POST' }),
    onSuccess: (link) => fetchFile(link),
    onError: (error) => toast({ text: error.message }),
  });
}

export function useCancelExport() {
  return useMutation({ mutationFn: async (ekspor: string) => tell(`ekspor/${ekspor}/batalkan`) });
}

/** That one saw what ended. */
export function useSeen() {
  return useMutation({ mutationFn: async () => tell('pekerjaan/dilihat') });
}
