export {
  generateSampleData,
  SAMPLE_VERSION,
  type Progress,
  type SampleOptions,
  type SampleSummary,
} from './generate.ts';
export { DEFECT_IDS, type DefectChoice, type DefectId } from './defects/rates.ts';
