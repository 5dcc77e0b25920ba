using OrchardCore.Data.Documents;

namespace Market.Payments.Banking.Models;

/// <summary>The key under which payers' bank accounts are hashed, protected by the site's own keys.</summary>
public class PayerSecret : Document
{
    public string ProtectedKey { get; set; } = string.Empty;
}
