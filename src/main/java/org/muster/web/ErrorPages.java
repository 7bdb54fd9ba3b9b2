package org.muster.web;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.muster.accounts.NotFound;
import org.muster.audit.AuditAct;
import org.muster.audit.RefusedTransition;
import org.muster.exports.TooManyExports;
import org.muster.operations.Commits;
import org.muster.operations.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.DataBinder;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Turns what goes wrong into a page with a clear sentence. */
@ControllerAdvice
class ErrorPages {

	private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

	private final Gone gone;

	private final Refusals refusals;

	private final PostedPages posted;

	ErrorPages(Gone gone, Refusals refusals, PostedPages posted) {
		this.posted = posted;
		this.refusals = refusals;
		this.gone = gone;
	}

	@ExceptionHandler
	ModelAndView refused(RefusedTransition refused, HttpServletRequest request) {
		ModelAndView page = new ModelAndView("web/refused",
				Map.of("refused", refused, "typed", LostForm.typed(request)), HttpStatus.CONFLICT);
		// A colleague may have discarded the draft after it came into that state.
		return page.addObject("gone",
				this.gone.by(request).filter((act) -> act.at().isAfter(refused.at())).orElse(null));
	}

	@ExceptionHandler
	ModelAndView notFound(NotFound exception, HttpServletRequest request) {
		return page(HttpStatus.NOT_FOUND, null).addObject("typed", LostForm.typed(request))
			.addObject("gone", this.gone.by(request).orElse(null));
	}

	@ExceptionHandler
	ModelAndView denied(AccessDeniedException exception, HttpServletRequest request) {
		this.refusals.note(request, AuditAct.ACCESS_REFUSED);
		return page(RefusedAccess.status(request), null);
	}

	@ExceptionHandler
	ModelAndView tooManyExports(TooManyExports exception, HttpServletResponse response) {
		response.setHeader(HttpHeaders.RETRY_AFTER, "60");
		return new ModelAndView("web/export-busy", HttpStatus.SERVICE_UNAVAILABLE);
	}

	/** Before anything was done, so that what was typed is all that has to be kept. */
	@ExceptionHandler
	ModelAndView tooOften(Allowances.TooOften exception, HttpServletRequest request) {
		return page(HttpStatus.TOO_MANY_REQUESTS, null).addObject("typed", LostForm.typed(request));
	}

	/** Somebody who has cancelled a download does not read what we would write. */
	@ExceptionHandler
	void left(AsyncRequestNotUsableException exception) {
		log.debug("The reader has left", exception);
	}

	/** For the security filters to answer. */
	@ExceptionHandler
	ModelAndView notSignedIn(AuthenticationException exception) {
		throw exception;
	}

	/** Two acts met: nothing of the second was done. */
	@ExceptionHandler({ ConcurrencyFailureException.class, DataIntegrityViolationException.class })
	ModelAndView conflict(Exception exception, HttpServletRequest request) {
		if (Outage.of(exception).isPresent()) {
			return failed(exception, request);
		}
		log.info("Two acts met: {}", exception.getMessage());
		return page(HttpStatus.CONFLICT, null).addObject("typed", LostForm.typed(request));
	}

	/**
	 * Spring does not answer by itself for a list in a form whose numbers have gaps, such
	 * as {@code skills[9999]}, which no page of ours sends.
	 */
	@ExceptionHandler
	ModelAndView forgedIndex(IndexOutOfBoundsException exception, HttpServletRequest request) {
		boolean binding = Arrays.stream(exception.getStackTrace())
			.anyMatch((frame) -> frame.getClassName().equals(DataBinder.class.getName()));
		return binding ? badRequest(exception) : unexpected(exception, request);
	}

	@ExceptionHandler({ MethodArgumentTypeMismatchException.class, ServletRequestBindingException.class,
			InvalidParameterException.class })
	ModelAndView badRequest(Exception exception) {
		return page(HttpStatus.BAD_REQUEST, null);
	}

	/** A reload of what a form has shown, or a bookmark to it. */
	@ExceptionHandler
	ModelAndView onlySent(HttpRequestMethodNotSupportedException exception, HttpServletRequest request) {
		return this.posted.before(request)
			.map((page) -> new ModelAndView(new RedirectView(page, true, false, false)))
			.orElseGet(() -> page(HttpStatus.METHOD_NOT_ALLOWED, null));
	}

	@ExceptionHandler
	ModelAndView unexpected(Exception exception, HttpServletRequest request) {
		if (exception instanceof ErrorResponse response && response.getStatusCode().is4xxClientError()) {
			return page(response.getStatusCode(), null);
		}
		if (exception instanceof MultipartException) {
			return badRequest(exception);
		}
		return failed(exception, request);
	}

	/** It is our fault, or the database does not answer. */
	static ModelAndView failed(@Nullable Throwable thrown, HttpServletRequest request) {
		String reference = reference();
		Outage outage = (thrown != null) ? Outage.of(thrown).orElse(null) : null;
		if (outage == null) {
			log.error("Unexpected [{}] at {}", reference, path(request), thrown);
		}
		else {
			log.warn("{} [{}] at {} {}", outage, reference, request.getMethod(), path(request));
		}
		ModelAndView page = page((outage != null) ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.INTERNAL_SERVER_ERROR,
				reference);
		page.addObject("busy", outage == Outage.BUSY);
		if (isReading(request)) {
			page.addObject("again", (outage != null) ? address(request) : null);
			return page;
		}
		boolean unknown = Commits.begunIn(request);
		page.addObject("saved", unknown ? "unknown" : "nothing");
		page.addObject("typed", LostForm.typed(request));
		page.addObject("form", (outage != null && !unknown) ? LostForm.of(request).orElse(null) : null);
		return page;
	}

	private static boolean isReading(HttpServletRequest request) {
		return HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
	}

	/** What was asked for, also where this is the answer to an error. */
	private static String path(HttpServletRequest request) {
		Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		return (failed != null) ? failed.toString() : request.getRequestURI();
	}

	private static String address(HttpServletRequest request) {
		String query = request.getQueryString();
		return path(request) + ((query != null) ? "?" + query : "");
	}

	static ModelAndView page(HttpStatusCode status, @Nullable String reference) {
		ModelAndView page = new ModelAndView("web/error", status);
		page.addObject("status", status.value());
		page.addObject("reference", reference);
		// The bell would wait for the database that is away.
		page.addObject("quiet", true);
		return page;
	}

	static String reference() {
		return UUID.randomUUID().toString().substring(0, 8);
	}

}
