using Market.Ledger;
using Market.Payments.Banking.Cheques;
using Market.Payments.Banking.ViewModels;
using OrchardCore;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;

namespace Market.Payments.Banking.Drivers;

/// <summary>Leads from an account's page to its cheques, where there are any or the market takes some.</summary>
public sealed class AccountChequesDisplayDriver(ChequeStore store, IMarketTerms terms) : DisplayDriver<ClientAccount>
{
    private const int Newest = 5;

    public override async Task<IDisplayResult?> DisplayAsync(ClientAccount account, BuildDisplayContext context)
    {
        var newest = await store.OfAccountAsync(account.Id, Newest);
        if (newest.Count == 0 && (await terms.GetAsync()).FindOffered(BuiltInMethods.Cheque) is null)
        {
            return null;
        }

        return Initialize<HandOverViewModel>("AccountCheques", model =>
        {
            model.Account = account;
            model.Cheques = newest;
        }).Location(OrchardCoreConstants.DisplayType.DetailAdmin, "Content:9");
    }
}
