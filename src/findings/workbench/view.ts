import { FIELDS, findField } from '#canonical';
import type { StoredDelivery } from '#intake';
import { describeDerived, describeReader, isChoosable } from '#mapping';
import { slotFieldOf } from '#reconcile';
import { labelOf } from '../causes.ts';
import { GROUPS } from '../person.ts';
import type { MappedColumn, WorkbenchAnswer } from './contract.ts';
import type { Workbench } from './lay-out.ts';

export interface ViewInput {
  readonly delivery: StoredDelivery;
  readonly workbench: Workbench;
  readonly versiBerikut: number;
  readonly kirimanLama: number;
}

/** The workbench as the browser gets it. Pure. */
export function viewWorkbench({ delivery, workbench, versiBerikut, kirimanLama }: ViewInput): WorkbenchAnswer {
  const { kiriman, namaBerkas, per, keadaan, hasil, pesan } = delivery;
  const { recipe, kolom, baris, riwayat = [], tabel: semua = [], tawaran } = workbench;
  const perubahan = workbench.ditanyakan ?? [];
  const asked = perubahan.length > 0 ? perubahan : (hasil?.struktur.perubahan ?? []);
  return {
    kiriman,
    namaBerkas,
    per,
    keadaan,
    tabel: recipe.tabel,
    baris,
    struktur: {
      cara: hasil?.struktur.cara ?? 'usulan-baru',
      kalimat: hasil?.struktur.kalimat ?? pesan ?? '',
      versi: hasil?.struktur.versi ?? null,
      ditanyakan: asked
        .filter(({ ditanyakan }) => ditanyakan)
        .map(({ kolom: name, kanonik, kalimat }) => ({ kolom: name, kanonik, kalimat })),
    },
    kolom: [...kolom],
    pemetaan: viewColumns(workbench),
    aturan: { saring: recipe.saring, pilihan: recipe.pilihan, gabung: recipe.gabung },
    turunan: [...describeDerived(recipe)],
    riwayat: riwayat.map((one) => ({ ...one, kolom: [...one.kolom] })),
    tabelLain: semua.filter((name) => name !== recipe.tabel),
    sebabDitolak: keadaan === 'ditolak' ? (pesan ?? '') : null,
    tawaran: tawaran ?? null,
    bidang: CHOOSABLE,
    versiBerikut,
    kirimanLama,
  };
}

/** Fields that the engine reads, in the order of the catalogue. */
const CHOOSABLE = FIELDS.filter(({ nama }) => isChoosable(nama) && slotFieldOf(nama) !== undefined).map(
  ({ nama, label, kelompok, tipe }) => ({ nama, label, kelompok: GROUPS[kelompok], berkode: tipe === 'kode' }),
);

function viewColumns({ recipe, pasangan, berbeda }: Workbench): MappedColumn[] {
  return recipe.kolom.map((column, letak) => {
    const { sumber, kanonik, keyakinan, tingkat, bukti, kandidat, pembaca } = column;
    return {
      letak,
      sumber,
      kanonik,
      label: kanonik === null ? null : labelOf(kanonik),
      keyakinan,
      tingkat,
      bukti,
      cocok: kanonik === null ? null : agreementOf(kanonik, pasangan, berbeda),
      kandidat: kandidat
        .filter((one) => isChoosable(one.kanonik))
        .map((one) => ({ ...one, label: labelOf(one.kanonik) })),
      pembaca,
      cara: describeReader(pembaca),
    };
  });
}

/** Over all people of the check, not over the sample; null for fields that are not compared. */
function agreementOf(
  kanonik: string,
  pasangan: number,
  berbeda: Workbench['berbeda'],
): { readonly sama: number; readonly dari: number } | null {
  const field = slotFieldOf(kanonik);
  if (pasangan === 0 || field === undefined || findField(field)?.dibandingkan !== true) return null;
  return { sama: pasangan - (berbeda[field] ?? 0), dari: pasangan };
}
