using Market.Payments.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Logging;
using OrchardCore.DisplayManagement.Notify;
using YesSql;

namespace Market.Payments.Clients;

/// <summary>
/// Where a page opened or changed an account, it is committed before the page answers: Orchard's editor would say that it is published and
/// commit afterwards, and a session whose flush failed meanwhile commits nothing without a word. It stands innermost, so that its notice goes with the answer.
/// </summary>
public sealed class CommitBeforeAnswer(
    ClientChanges changes,
    AmbientCommit ambient,
    ISession session,
    INotifier notifier,
    ILogger<CommitBeforeAnswer> logger,
    IHtmlLocalizer<CommitBeforeAnswer> H) : IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var done = await next();
        if (changes.Transaction is null || !context.ModelState.IsValid || done.Exception is not null)
        {
            return;
        }

        // Without it, who cancelled the session has said why: unless the answer is that all is well.
        var isKept = ambient.HasRun || ReferenceEquals(changes.Transaction, session.CurrentTransaction);
        if (!isKept && notifier.List().All(entry => entry.Type is not NotifyType.Success))
        {
            return;
        }

        try
        {
            LostTransactionException.ThrowUnless(isKept);
            await ambient.RunAsync();
        }
        catch (Exception exception)
        {
            // Whatever it is: nothing is kept, and the notices that say it is are taken back.
            logger.LogWarning(exception, "A client account could not be committed.");
            notifier.List().Clear();
            await notifier.ErrorAsync(H["Nothing is kept: the client was changed at the same moment, or the database refused it. Please try again."]);
            done.Result = new RedirectToRouteResult("PaymentsClients", null);
        }
    }
}
