// On a page that has moved: go on to the same place of the present page, which a redirect in HTML forgets.
if (location.hash) location.replace(document.querySelector("a").href + location.hash);
