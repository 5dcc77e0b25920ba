using Market.Payments.Accounts;
using Market.Payments.Clients;
using Market.Payments.Models;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;
using YesSql;

namespace Market.Payments.Handlers;

/// <summary>
/// Keeps the rules of clients wherever content is written, also where somebody has taken the part off the content type: no account with
/// operations is removed, none is left without its client, none becomes what the editor would refuse.
/// </summary>
public sealed class ClientGuard(
    ClientRules rules,
    AccountRemoval removal,
    ISession session,
    IEnumerable<IAccountObserver> observers,
    IStringLocalizer<ClientGuard> S) : ContentHandlerBase
{
    // An import takes the versions that are there off before it writes its own: that removes no account.
    private readonly HashSet<string> _importing = new(StringComparer.Ordinal);

    private readonly HashSet<string> _restoring = new(StringComparer.Ordinal);

    public override Task ImportingAsync(ImportContentContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        _importing.Add(context.ContentItem.ContentItemId ?? string.Empty);
        return Task.CompletedTask;
    }

    public override Task RestoringAsync(RestoreContentContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        _restoring.Add(context.ContentItem.ContentItemId);
        return Task.CompletedTask;
    }

    public override async Task ValidatingAsync(ValidateContentContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var item = context.ContentItem;
        if (!item.TryGet<ClientAccountPart>(out var part))
        {
            return;
        }

        if (_restoring.Contains(item.ContentItemId))
        {
            context.Fail(S["An earlier version of a client is not put back: its login, lowest balance or status may be another's by now. Change the client instead."]);
            return;
        }

        if (_importing.Contains(item.ContentItemId) && !item.Latest)
        {
            context.Fail(S["A client is imported as its latest version or not at all."]);
        }

        foreach (var fault in await rules.JudgeAsync(part))
        {
            context.Fail(fault);
        }
    }

    public override async Task RemovingAsync(RemoveContentContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!IsRemoval(context))
        {
            return;
        }

        // Cancelled unless it is sure: an exception in a handler is logged and swallowed.
        context.Cancel = true;
        if (await removal.TryRemoveAsync(context.ContentItem.ContentItemId))
        {
            context.Cancel = false;
            return;
        }

        // Not every door asks whether it was cancelled; from a cancelled session none keeps anything.
        await session.CancelAsync();
    }

    public override async Task RemovedAsync(RemoveContentContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (IsRemoval(context))
        {
            foreach (var observer in observers)
            {
                await observer.RemovedAsync(context.ContentItem.ContentItemId);
            }
        }
    }

    private bool IsRemoval(RemoveContentContext context) =>
        context.NoActiveVersionLeft && context.ContentItem.Has<ClientAccountPart>() && !_importing.Contains(context.ContentItem.ContentItemId);
}
