import { getSlot, SLOTS } from '#mapping';

/** What a file is like without any person in it: by it a delivery is held against the one before. */
export interface FileProfile {
  readonly baris: number;
  /** Share of empty cells by field that the file carries, 0-1. */
  readonly kosong: Readonly<Record<string, number>>;
  /** Share of rows with a usable NIP, 0-1. */
  readonly nipSah: number;
}

export interface ProfileBuilder {
  add(texts: readonly string[]): void;
  finish(delivered: readonly number[]): FileProfile;
}

const NIP = getSlot('nip').index;

export function createProfile(): ProfileBuilder {
  const empty = new Int32Array(SLOTS.length);
  let baris = 0;
  return {
    add: (texts) => {
      baris += 1;
      for (let i = 0; i < empty.length; i++) if (texts[i] === '') empty[i] = (empty[i] as number) + 1;
    },
    finish: (delivered) => {
      const share = (count: number): number => (baris === 0 ? 0 : count / baris);
      return {
        baris,
        kosong: Object.fromEntries(
          delivered.map((index) => [SLOTS[index]?.field.nama ?? '', share(empty[index] as number)]),
        ),
        nipSah: share(baris - (empty[NIP] as number)),
      };
    },
  };
}
