-- Lists by cause, field and class choose their rows in memory too (src/findings/people-index.ts), and ask for them by their keys.
DROP INDEX findings.selisih_sebab;
