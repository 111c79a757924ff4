// Stands in for the cloud's ways to log in, which tedious loads whether or not anybody uses them. Accounts here have passwords.
