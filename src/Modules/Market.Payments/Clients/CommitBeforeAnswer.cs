using Market.Payments.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Logging;
using OrchardCore.DisplayManagement.Notify;

namespace Market.Payments.Clients;

/// <summary>
/// Where a page opened or changed an account, it is committed before the page answers: Orchard's editor would say that it is published and
/// commit afterwards. It stands innermost, so that its notice goes with the answer.
/// </summary>
public sealed class CommitBeforeAnswer(
    ClientChanges changes,
    AmbientCommit ambient,
    INotifier notifier,
    ILogger<CommitBeforeAnswer> logger,
    IHtmlLocalizer<CommitBeforeAnswer> H) : IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var done = await next();
        if (!changes.IsAny || !context.ModelState.IsValid || done.Exception is not null)
        {
            return;
        }

        try
        {
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
