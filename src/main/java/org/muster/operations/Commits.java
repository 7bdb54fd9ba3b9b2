package org.muster.operations;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Notes in a request that something may have been committed: from then on nobody knows
 * that nothing was saved, not even if the commit itself failed, since its answer may be
 * what was lost.
 */
@Component
public class Commits implements TransactionExecutionListener {

	private static final String BEGUN = Commits.class.getName();

	@Override
	public void beforeCommit(TransactionExecution transaction) {
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		if (request != null && !transaction.isReadOnly()) {
			request.setAttribute(BEGUN, true, RequestAttributes.SCOPE_REQUEST);
		}
	}

	/** Whether something may have been saved while a request was answered. */
	public static boolean begunIn(HttpServletRequest request) {
		return request.getAttribute(BEGUN) != null;
	}

}
