// A vendored script that calls home.
fetch("https://telemetry.example.org/visit");
const script = document.createElement("script");
script.src = "https://cdn.example.org/more.js";
