using Market.Payments.Accounts;
using OrchardCore.Users.Handlers;
using OrchardCore.Users.Models;

namespace Market.Payments.Handlers;

/// <summary>A member whose account has operations keeps their login: without it nobody could see what they owe.</summary>
public sealed class AccountUserHandler(IClientAccounts accounts, AccountRemoval removal) : UserEventHandlerBase
{
    public override async Task DeletingAsync(UserDeleteContext context)
    {
        if (context.User is User user
            && await accounts.FindByUserAsync(user.UserId) is { } account
            && await removal.HasOperationsAsync(account.Id))
        {
            context.Cancel = true;
            await removal.ExplainAsync();
        }
    }
}
