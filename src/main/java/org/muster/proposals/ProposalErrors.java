package org.muster.proposals;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.muster.web.ModuleErrors;

import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Says why a proposal cannot be answered. */
@ControllerAdvice
@Order(0)
class ProposalErrors {

	private final ModuleErrors errors;

	ProposalErrors(ModuleErrors errors) {
		this.errors = errors;
	}

	@ExceptionHandler
	ModelAndView notApprover(NotApprover exception, HttpServletRequest request) {
		return this.errors.forbidden("proposals/not-approver", Map.of("approvers", exception.approvers()), request);
	}

	@ExceptionHandler
	ModelAndView offerRefused(OfferRefused refused, HttpServletRequest request) {
		return this.errors.conflict("proposals/offer-refused", Map.of("refused", refused), request);
	}

}
