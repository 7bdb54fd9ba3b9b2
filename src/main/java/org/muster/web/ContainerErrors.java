package org.muster.web;

import java.util.Map;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The same pages for what goes wrong outside of controllers, whatever the client accepts:
 * Spring's own answer to others than browsers tells paths and times.
 */
@Controller
class ContainerErrors implements ErrorController {

	@RequestMapping("/error")
	ModelAndView error(HttpServletRequest request, HttpServletResponse response) {
		HttpStatus status = status(request);
		// What is refused before the filters of security has not got their headers.
		SecurityConfiguration.headersOfPages()
			.entrySet()
			.stream()
			.filter((header) -> !response.containsHeader(header.getKey()))
			.forEach((header) -> response.setHeader(header.getKey(), header.getValue()));
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

	private static HttpStatus status(HttpServletRequest request) {
		HttpStatus known = (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code)
				? HttpStatus.resolve(code) : null;
		return (known != null) ? known : HttpStatus.INTERNAL_SERVER_ERROR;
	}

}
