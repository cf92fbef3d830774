"use strict";
const data = JSON.parse(document.getElementById("tafsim-data").textContent);
const heading = document.createElement("h1");
heading.textContent = data.title;
document.querySelector("main").append(heading);
