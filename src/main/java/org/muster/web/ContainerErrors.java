package org.muster.web;

import java.util.Map;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The same pages for what goes wrong outside of controllers. */
@Component
class ContainerErrors implements ErrorViewResolver {

	@Override
	public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
		if (request.getAttribute(StillStarting.ATTRIBUTE) != null) {
			return new ModelAndView("web/starting", Map.of("quiet", true), status);
		}
		Object stale = request.getAttribute(RefusedAccess.STALE_FORM);
		if (stale != null) {
			ModelAndView page = ErrorPages.page(status, null);
			page.addObject("stale", stale);
			page.addObject("formPage", request.getAttribute(RefusedAccess.PAGE));
			return page;
		}
		if (status.is5xxServerError()) {
			return ErrorPages.failed((Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION), request);
		}
		return ErrorPages.page(status, null);
	}

}
