package org.muster.web;

import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.hibernate.exception.JDBCConnectionException;
import org.jspecify.annotations.Nullable;
import org.muster.accounts.NotFound;
import org.muster.audit.RefusedTransition;
import org.muster.forms.TooManyExports;
import org.muster.proposals.NotApprover;
import org.muster.proposals.OfferRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.DataBinder;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/** Turns what goes wrong into a page with a clear sentence. */
@ControllerAdvice
class ErrorPages {

	private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

	private final Gone gone;

	ErrorPages(Gone gone) {
		this.gone = gone;
	}

	@ExceptionHandler
	ModelAndView refused(RefusedTransition refused, HttpServletRequest request) {
		return new ModelAndView("web/refused", Map.of("refused", refused, "typed", LostForm.typed(request)),
				HttpStatus.CONFLICT);
	}

	@ExceptionHandler
	ModelAndView notApprover(NotApprover exception) {
		return new ModelAndView("web/not-approver", Map.of("approvers", exception.approvers()), HttpStatus.FORBIDDEN);
	}

	@ExceptionHandler
	ModelAndView offerRefused(OfferRefused refused) {
		return new ModelAndView("web/offer-refused", Map.of("refused", refused), HttpStatus.CONFLICT);
	}

	@ExceptionHandler
	ModelAndView notFound(NotFound exception, HttpServletRequest request) {
		return page(HttpStatus.NOT_FOUND, null).addObject("typed", LostForm.typed(request))
			.addObject("gone", this.gone.by(request).orElse(null));
	}

	@ExceptionHandler
	ModelAndView denied(AccessDeniedException exception, HttpServletRequest request) {
		return page(RefusedAccess.status(request), null);
	}

	@ExceptionHandler
	ModelAndView tooManyExports(TooManyExports exception, HttpServletResponse response) {
		response.setHeader(HttpHeaders.RETRY_AFTER, "60");
		return new ModelAndView("web/export-busy", HttpStatus.SERVICE_UNAVAILABLE);
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
		log.info("Two acts met: {}", exception.getMessage());
		return page(HttpStatus.CONFLICT, null).addObject("typed", LostForm.typed(request));
	}

	@ExceptionHandler({ DataAccessResourceFailureException.class, CannotCreateTransactionException.class })
	ModelAndView databaseAway(Exception exception) {
		String reference = reference();
		log.error("The database is away [{}]", reference, exception);
		return page(HttpStatus.SERVICE_UNAVAILABLE, reference);
	}

	/**
	 * Spring does not answer by itself for a list in a form whose numbers have gaps, such
	 * as {@code skills[9999]}, which no page of ours sends.
	 */
	@ExceptionHandler
	ModelAndView forgedIndex(IndexOutOfBoundsException exception) {
		boolean binding = Arrays.stream(exception.getStackTrace())
			.anyMatch((frame) -> frame.getClassName().equals(DataBinder.class.getName()));
		return binding ? badRequest(exception) : unexpected(exception);
	}

	@ExceptionHandler({ MethodArgumentTypeMismatchException.class, ServletRequestBindingException.class })
	ModelAndView badRequest(Exception exception) {
		return page(HttpStatus.BAD_REQUEST, null);
	}

	@ExceptionHandler
	ModelAndView unexpected(Exception exception) {
		if (exception instanceof ErrorResponse response && response.getStatusCode().is4xxClientError()) {
			return page(response.getStatusCode(), null);
		}
		if (exception instanceof MultipartException) {
			return badRequest(exception);
		}
		if (causes(exception).anyMatch(ErrorPages::isLostConnection)) {
			return databaseAway(exception);
		}
		String reference = reference();
		log.error("Unexpected [{}]", reference, exception);
		return page(HttpStatus.INTERNAL_SERVER_ERROR, reference);
	}

	/**
	 * What is read lazily fails with Hibernate's own exception, or none but the driver's.
	 */
	private static boolean isLostConnection(Throwable cause) {
		return cause instanceof JDBCConnectionException || cause instanceof SQLTransientConnectionException
				|| cause instanceof SQLNonTransientConnectionException || cause instanceof SQLRecoverableException;
	}

	private static Stream<Throwable> causes(Throwable exception) {
		return Stream.iterate(exception, Objects::nonNull, Throwable::getCause).limit(10);
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
