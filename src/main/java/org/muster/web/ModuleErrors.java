package org.muster.web;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.muster.audit.AuditAct;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * Helps modules to answer with their own pages. Their advice has to be ordered, so that
 * it is asked before ours, which answers whatever else goes wrong.
 */
@Component
public class ModuleErrors {

	private final Refusals refusals;

	ModuleErrors(Refusals refusals) {
		this.refusals = refusals;
	}

	/** Somebody may not do that, of which note is taken. */
	public ModelAndView forbidden(String view, Map<String, ?> model, HttpServletRequest request) {
		this.refusals.note(request, AuditAct.ACCESS_REFUSED);
		return new ModelAndView(view, model, HttpStatus.FORBIDDEN);
	}

	/**
	 * It cannot be done as things are; the page may show what was typed, to be copied.
	 */
	public ModelAndView conflict(String view, Map<String, ?> model, HttpServletRequest request) {
		return new ModelAndView(view, model, HttpStatus.CONFLICT).addObject("typed", LostForm.typed(request));
	}

}
