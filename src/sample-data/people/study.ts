import type { Career } from '../career/career.ts';
import type { Program } from '../lists/lists.ts';
import type { Facts } from '../person.ts';
import type { Month } from '../plan/horizon.ts';
import { GURU } from '../plan/kelas.ts';
import { mix32 } from '../random.ts';
import { nameOfTingkat } from './codes.ts';
import { type Context, type Slot, STREAM, streamOf } from './context.ts';
import { dateOfYear, isoDate } from './decrees.ts';
import { writeTitles } from './titles.ts';

/** A diploma that counts from a month on. */
export interface Study {
  readonly program: Program;
  readonly year: number;
  /** From appointment, or from the recognition of what was earned later. */
  readonly month: Month;
  readonly haji: boolean;
  readonly plain: boolean;
}

const FIELDS = ['administrasi', 'ekonomi', 'hukum', 'sosial', 'teknik', 'komputer', 'tani'] as const;
const S1 = 6;

/** Diplomas in the field of the work, with the degree on which a higher one builds. */
export function drawStudies(career: Career, bidang: string | undefined, context: Context, slot: Slot): Study[] {
  const random = streamOf(context, slot, STREAM.study);
  const field = bidang ?? random.pickFront(FIELDS, 3);
  const haji = random.chance(0.05);
  const plain = random.chance(0.008);
  const draw = (level: number): Program => {
    const fitting = context.catalogue.programs(
      level,
      level <= 2 && !(career.kelas === GURU && level === 2) ? 'umum' : field,
    );
    return random.pick(fitting);
  };
  const studies: Study[] = [];
  const { entry, final, entryGraduation, finalGraduation, cpns, diplomaMonth } = career;
  if (entry > S1) studies.push({ program: draw(S1), year: entryGraduation - 2, month: cpns, haji, plain });
  studies.push({ program: draw(entry), year: entryGraduation, month: cpns, haji, plain });
  if (final <= entry) return studies;
  if (entry < S1 && final > S1) {
    studies.push({ program: draw(S1), year: finalGraduation - 2, month: diplomaMonth, haji, plain });
  }
  studies.push({ program: draw(final), year: finalGraduation, month: diplomaMonth, haji, plain });
  return studies;
}

/** Fields of the education that counts now, with the titles of all that counts by then. */
export function studyFacts(study: Study, studies: readonly Study[], slot: Slot): Facts {
  const counted = studies.slice(0, studies.indexOf(study) + 1);
  const { depan, belakang } = writeTitles(counted, slot.origin.perempuan, study.haji, study.plain);
  const { tingkat, id, nama, bidang } = study.program;
  const bits = mix32(slot.number * 3 + study.year);
  const day = dateOfYear(study.year, bits);
  return {
    pendidikan_tingkat_id: tingkat,
    pendidikan_tingkat: nameOfTingkat(tingkat),
    pendidikan_nama_id: id,
    pendidikan_nama: nama,
    pendidikan_tahun_lulus: String(study.year),
    pendidikan_lembaga: schoolOf(tingkat, bidang, bits),
    no_ijazah: `9${String(slot.number + 1).padStart(7, '0')}/${tingkat}/${study.year}`,
    tgl_ijazah: isoDate(day),
    ...(depan === '' ? {} : { gelar_depan: depan }),
    ...(belakang === '' ? {} : { gelar_belakang: belakang }),
  };
}

const CITIES = ['SEMARANG', 'SURAKARTA', 'PURWOKERTO', 'YOGYAKARTA', 'MAGELANG', 'KUDUS', 'TEGAL', 'SALATIGA'];

function schoolOf(tingkat: string, bidang: string, bits: number): string {
  const city = CITIES[bits % CITIES.length] ?? '';
  const number = 1 + ((bits >>> 8) % 9);
  if (tingkat < '10') return `SD NEGERI ${number} ${city}`;
  if (tingkat < '15') return `SMP NEGERI ${number} ${city}`;
  if (tingkat < '20') return `SMA NEGERI ${number} ${city}`;
  return bidang === 'guru' ? `UNIVERSITAS CONTOH PENDIDIKAN ${city}` : `UNIVERSITAS CONTOH ${city}`;
}
