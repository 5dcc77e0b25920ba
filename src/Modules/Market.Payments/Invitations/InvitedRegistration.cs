using Market.Payments.Models;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Users.Handlers;
using OrchardCore.Users.Models;

namespace Market.Payments.Invitations;

/// <summary>
/// Who registers by an invitation is let in by who invited: nobody looks at them first, and the address that the invitation was sent to is
/// theirs. One to a household is accepted afterwards, on its page.
/// </summary>
public sealed class InvitedRegistration(IHttpContextAccessor http, InvitedVisitor visitor, InvitationStore store, INotifier notifier, IHtmlLocalizer<InvitedRegistration> H)
    : UserEventHandlerBase
{
    private const string Property = "MarketInvited";

    /// <summary>What a user registered for by an invitation; none where they did without one.</summary>
    public static InvitationKind? KindOf(User user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return Enum.TryParse<InvitationKind>(user.Properties[Property]?.GetValue<string>(), out var kind) ? kind : null;
    }

    public override async Task CreatingAsync(UserCreateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Cancel || context.User is not User user || !RegistrationDoor.IsAt(http.HttpContext) || await visitor.FindAsync() is not { } invitation)
        {
            return;
        }

        // Cancelled unless it is sure: an exception in a handler is logged and swallowed.
        context.Cancel = true;
        if (invitation.Kind is InvitationKind.Market && !await store.TryEndAsync(invitation, InvitationState.Accepted, user.UserId))
        {
            await notifier.ErrorAsync(H["This invitation is not open any more."]);
            return;
        }

        user.Properties[Property] = invitation.Kind.ToString();
        user.IsEnabled = true;
        user.EmailConfirmed |= string.Equals(user.Email, invitation.Address, StringComparison.OrdinalIgnoreCase);
        if (invitation.Kind is InvitationKind.Market)
        {
            visitor.Forget();
        }

        context.Cancel = false;
    }
}
