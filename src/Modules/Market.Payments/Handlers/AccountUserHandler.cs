using Market.Payments.Accounts;
using Market.Payments.Clients;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Users.Handlers;
using OrchardCore.Users.Models;

namespace Market.Payments.Handlers;

/// <summary>
/// A member whose account has operations keeps their login: without it nobody could see what they owe. Another login of a household goes
/// and leaves the account to the others.
/// </summary>
public sealed class AccountUserHandler(IClientAccounts accounts, AccountRemoval removal, IServiceProvider services) : UserEventHandlerBase
{
    public override async Task DeletingAsync(UserDeleteContext context)
    {
        if (context.User is User user
            && await accounts.FindByUserAsync(user.UserId) is { } account
            && account.UserId == user.UserId
            && await removal.HasOperationsAsync(account.Id))
        {
            context.Cancel = true;
            await removal.ExplainAsync();
        }
    }

    public override async Task DeletedAsync(UserDeleteContext context)
    {
        if (context.User is User user && await accounts.FindByUserAsync(user.UserId) is { } account && account.UserId != user.UserId)
        {
            // Resolved late: the store of users has its handlers made with it, and what writes content may need users.
            await services.GetRequiredService<ClientWriter>().ChangeAsync(account.Id, part => part.FurtherLogins.RemoveAll(login => login.UserId == user.UserId));
        }
    }
}
