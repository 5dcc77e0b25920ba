using Market.Payments.Stripe.CardPayments;
using Market.Payments.Stripe.Gateway;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Stripe.Producers;

/// <summary>Looks at Stripe whose a connected account is, and whether money can be transferred to it.</summary>
public sealed class ProducerAccountCheck(StripeGateway gateway, StripeWords words, IStringLocalizer<ProducerAccountCheck> S)
{
    /// <returns>The name that Stripe has for the account, and a sentence about what is wrong with it, where anything is.</returns>
    public async Task<(string? Name, string? Problem)> LookAsync(string stripeAccountId)
    {
        var answer = await gateway.ReadAccountAsync(stripeAccountId);
        return answer.Fault switch
        {
            // Stripe does not tell an account that is somebody else's from one that does not exist.
            { Kind: StripeFaultKind.Unknown or StripeFaultKind.NotAllowed } =>
                (null, S["Stripe knows no such account that is connected to the market's, or the key may not read connected accounts."]),
            { } fault => (null, words.Fault(fault)),
            null => (
                answer.Body!.Value.Object("business_profile")?.Text("name")
                    ?? answer.Body.Value.Object("settings")?.Object("dashboard")?.Text("display_name")
                    ?? answer.Body.Value.Text("email"),
                answer.Body.Value.Object("capabilities")?.Text("transfers") is "active"
                    ? null
                    : (string)S["Stripe does not transfer to this account yet: the producer has not given Stripe all it asks for."]),
        };
    }
}
