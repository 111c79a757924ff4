process.stderr.write('Belum ada perintah.\n');
