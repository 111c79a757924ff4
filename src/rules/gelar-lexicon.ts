/**
 * Academic, vocational and professional titles in use among civil servants, in the spelling that people read. The list only
 * decides where a run of letters is several titles and which words around a name are titles; titles that are missing here
 * are compared all the same.
 */

/** Titles written before a name. */
export const GELAR_DEPAN: readonly string[] = [
  'Prof.',
  'Dr.',
  'Drs.',
  'Dra.',
  'Ir.',
  'drg.',
  'drh.',
  'apt.',
  'Ns.',
  'Bd.',
  'Ftr.',
  'Ar.',
];

/** Marks of pilgrimage, nobility and courtesy before a name: no academic titles, ignored in comparing. */
export const SAPAAN: readonly string[] = [
  'H.',
  'Hj.',
  'K.H.',
  'R.',
  'Rr.',
  'Rd.',
  'R.A.',
  'R.Ay.',
  'R.M.',
  'R.Ngt.',
  'Bpk.',
  'Sdr.',
  'Sdri.',
  'Ny.',
  'Tn.',
];

const SARJANA =
  'S.A.B. S.A.N. S.A.P. S.Ag. S.Ak. S.Akun. S.Ant. S.Ars. S.Bio. S.Bns. S.Ds. S.E. S.E.I. S.E.Sy. S.Ec. ' +
  'S.Ek. S.Fil. S.Fil.I. S.Farm. S.Fis. S.Gz. S.Geo. S.H. S.H.I. S.Hub.Int. S.Hum. S.Hut. S.I.Kom. S.I.Pust. S.I.A. S.IP. ' +
  'S.I.Pem. S.I.Perpus. S.I.Ptk. S.IAN. S.IK. S.Ikm. S.In. S.KG. S.K.H. S.K.L. S.K.M. S.K.P.M. S.Keb. S.Ked. ' +
  'S.Kel. S.Kep. S.Kes. S.Kesos. S.Kom. S.Kom.I. S.Li. S.M. S.M.B. S.Mat. S.Min. S.Mn. S.Mu. S.Or. S.P. S.Par. ' +
  'S.Pd. S.Pd.AUD. S.Pd.B. S.Pd.Si. S.Pd.H. S.Pd.I. S.Pd.K. S.Pd.Jas. S.Pd.Kor. S.Pd.MI. S.Pd.Mat. S.Pd.PAUD. ' +
  'S.Pd.SD. S.Pi. S.Psi. S.Pt. S.Ptk. S.PWK. S.Q. S.S. S.Si. S.ST. S.STP. S.S.T.Ars. S.ST.Pel. S.ST.Pi. S.Sej. ' +
  'S.Si.T. S.Si.Teol. S.Sn. S.Sos. S.Sos.H. S.Sos.I. S.Sos.K. S.Stat. S.Sy. S.T. S.TP. S.T.Han. S.T.I. S.T.K. ' +
  'S.Tekp. S.Teks. S.Th. S.Th.I. S.Th.K. S.Tr. S.Tr.Ak. S.Tr.Bns. S.Tr.Ds. S.Tr.Fis. S.Tr.Ft. S.Tr.Gz. S.Tr.Han. ' +
  'S.Tr.IP. S.Tr.Keb. S.Tr.Kep. S.Tr.Kes. S.Tr.Kom. S.Tr.Li. S.Tr.M. S.Tr.P. S.Tr.Par. S.Tr.Pel. S.Tr.Pi. ' +
  'S.Tr.Pt. S.Tr.RMIK. S.Tr.Rad. S.Tr.Sos. S.Tr.Stat. S.Tr.T. S.Tr.TLM. S.Tra. S.Ud. S.Vet. S.Tr.Hub. S.Tr.A.P. ' +
  'S.Tr.Ars. S.Tr.Log. S.Tr.Met. S.Tr.Geo. S.Tr.K.G. S.Tr.KL.';

const MAGISTER =
  'M.A. M.A.B. M.A.P. M.A.R.S. M.Acc. M.Ag. M.Ak. M.Akt. M.B.A. M.Biomed. M.Bmd. M.Bns. M.Cs. M.Cio. M.Com. ' +
  'M.Dev. M.Ds. M.E. M.E.I. M.E.K. M.E.Sy. M.Ec.Dev. M.Ed. M.Eng. M.Env. M.Epid. M.Farm. M.Fil. M.Fil.I. M.Fis. ' +
  'M.For. M.Gz. M.Gizi. M.H. M.H.Kes. M.H.I. M.Han. M.Hum. M.Hut. M.I.Kom. M.I.P. M.I.A. M.I.L. M.I.Pol. M.IT. ' +
  'M.K.K. M.K.K.K. M.K.M. M.Kes. M.Keb. M.Ked. M.Kep. M.Kesos. M.Kn. M.Kom. M.Kom.I. M.K.P. M.L.I. M.Ling. M.M. ' +
  'M.M.A. M.M.B.A.T. M.M.Kes. M.M.Pd. M.M.R. M.M.S.I. M.M.T. M.Mar. M.Mat. M.N.S. M.Or. M.P. M.P.A. M.P.H. ' +
  'M.P.I. M.P.M. M.P.P. M.P.S. M.P.S.Sp. M.P.W.P. M.Par. M.Pd. M.Pd.B. M.Pd.BI. M.Pd.H. M.Pd.I. M.Pd.K. ' +
  'M.Pd.Mat. M.Pd.Si. M.Pem. M.Pol. M.Psi. M.Psi.T. M.Pt. M.S. M.S.A. M.S.E. M.Si. M.S.M. M.S.P. M.S.Si. M.Sc. ' +
  'M.Sc.P.H. M.Sc.Eng. M.Sej. M.Si.Med. M.Sn. M.Sos. M.Sos.I. M.Stat. M.Sy. M.T. M.T.A. M.T.I. M.T.P. M.Tech. ' +
  'M.Th. M.Th.I. M.Tr. M.Tr.AP. M.Tr.IP. M.Tr.Keb. M.Tr.Kep. M.Tr.Kes. M.Tr.T. M.Ud. M.Vet. M.Mgmt. M.U.P. ' +
  'M.URP. M.Agr. M.Agb. M.Biotech. M.EM. M.H.Li. LL.M. M.Phil.';

const AHLI =
  'A.Ma. A.Ma.Pd. A.Ma.Pd.SD. A.Ma.Pd.OR. A.Ma.Pust. A.Ma.PKB. A.Ma.Kep. A.Md. A.Md.A.B. A.Md.Ak. A.Md.Akun. ' +
  'A.Md.An. A.Md.Ars. A.Md.Bns. A.Md.F. A.Md.Far. A.Md.Farm. A.Md.Fis. A.Md.Ft. A.Md.Gz. A.Md.Hut. A.Md.I.Kom. ' +
  'A.Md.IP. A.Md.Kb. A.Md.Keb. A.Md.KL. A.Md.Kep. A.Md.Kes. A.Md.KG. A.Md.Kom. A.Md.Komp. A.Md.Ling. A.Md.Li. ' +
  'A.Md.M. A.Md.OT. A.Md.P. A.Md.Par. A.Md.Pd. A.Md.Perp. A.Md.Pi. A.Md.Pjk. A.Md.PK. A.Md.PKB. A.Md.Pel. ' +
  'A.Md.Per. A.Md.Pt. A.Md.Pust. A.Md.RMIK. A.Md.RMK. A.Md.Rad. A.Md.RO. A.Md.S. A.Md.Sek. A.Md.Sos. A.Md.Stat. ' +
  'A.Md.T. A.Md.TE. A.Md.TEM. A.Md.TLM. A.Md.TW. A.Md.Vet. A.Md.Kep.Gi. A.Md.Tra. A.M.K. A.M.Keb. A.M.Kep. ' +
  'A.M.F. A.P. A.Pi. A.Pt. A.Ptnh. A.P.Kom. A.Pkb. A.K.S. B.A. B.Ac. B.E. B.Sc. B.Sc.F. B.St. B.Eng. B.Bus. ' +
  'B.Com. A.Mg. A.KL. A.Md.Kom.I.';

const PROFESI =
  'Ak. Akt. Bd. C.A. CPA. CFP. CGAE. CRMO. CRMP. CPSp. Ftr. Gr. Lc. Ners. Ns. Nut. PhD. Psikolog. Psi. ' +
  'Dietisien. RMC. CHRA. CHRM. QIA. CFrA. CGCAE. CIAE. Ed.D. D.Th. IPM. IPU. IPP. ASEAN.Eng. Apoteker. CSEP. ' +
  'Sp.A. Sp.A.K. Sp.An. Sp.And. Sp.B. Sp.BA. Sp.BM. Sp.BP-RE. Sp.BS. Sp.BTKV. Sp.D.V. Sp.DVE. Sp.EM. Sp.F. ' +
  'Sp.FM. Sp.FK. Sp.GK. Sp.J. Sp.JP. Sp.K.J. Sp.KFR. Sp.KG. Sp.KGA. Sp.KK. Sp.KKLP. Sp.KL. Sp.KP. Sp.Kep.An. ' +
  'Sp.Kep.J. Sp.Kep.Kom. Sp.Kep.M.B. Sp.Kep.Mat. Sp.Kep.K. Sp.M. Sp.MK. Sp.N. Sp.O.G. Sp.Onk.Rad. Sp.Ort. ' +
  'Sp.Ortho. Sp.Ot. Sp.P. Sp.PA. Sp.PD. Sp.PK. Sp.Par. Sp.Perio. Sp.Pros. Sp.RM. Sp.Rad. Sp.S. Sp.T.H.T. ' +
  'Sp.THT-KL. Sp.THT-BKL. Sp.U. FINASIM. FISQua. FIHA. FINACS. FICS.';

/** Titles written behind a name. */
export const GELAR_BELAKANG: readonly string[] = `${SARJANA} ${MAGISTER} ${AHLI} ${PROFESI} Dipl.Ing. Dipl.`.split(' ');
