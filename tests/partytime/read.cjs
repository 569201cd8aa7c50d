// A feed on stdin, and what Podcast Index's own parser makes of it as JSON on stdout.
const { readFileSync } = require("node:fs");
const { parseFeed } = require("podcast-partytime");

process.stdout.write(JSON.stringify(parseFeed(readFileSync(0, "utf-8"))));
