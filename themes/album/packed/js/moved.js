//! source 10f8558c
"use strict";(()=>{const{search:t,hash:c}=location;(t||c)&&location.replace(document.currentScript.dataset.to+t+c)})();
