package org.muster.web;

import jakarta.servlet.http.HttpSession;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The form that was sent when the session had expired: it is sent again, or discarded.
 */
@Controller
class ResumptionController {

	static final String PATH = "/resumption";

	@GetMapping(PATH)
	String resume(HttpSession session, Model model) {
		return LostForm.in(session).map((form) -> {
			model.addAttribute("form", form);
			model.addAttribute("typed", form.typed());
			return "web/resumption";
		}).orElse("redirect:/");
	}

	@PostMapping(PATH + "/removal")
	String discard(HttpSession session) {
		LostForm.forget(session);
		return "redirect:/";
	}

}
