namespace Market.Ledger.Vat;

/// <summary>Whether a market owes VAT on what it sells.</summary>
public enum VatLiability
{
    /// <summary>It does: what is sold is posted by rates.</summary>
    Liable,

    /// <summary>It is below the threshold: the <i>franchise en base</i> of article 293 B of the <i>code général des impôts</i>.</summary>
    Franchise,

    /// <summary>It is no taxable person, as an association may not be.</summary>
    NotLiable,
}

/// <summary>What each liability means for what is posted and printed.</summary>
public static class VatLiabilityExtensions
{
    /// <summary>Whether what is sold is posted by rates.</summary>
    public static bool ChargesVat(this VatLiability liability) => liability is VatLiability.Liable;

    /// <summary>
    /// What invoices and receipts say instead of VAT, in French as the law has it (article 293 E of the <i>code général des impôts</i> for the
    /// <i>franchise</i>); none where there is VAT.
    /// </summary>
    public static string? Mention(this VatLiability liability) => liability switch
    {
        VatLiability.Franchise => "TVA non applicable, article 293 B du CGI",
        VatLiability.NotLiable => "Vendeur non assujetti à la TVA",
        _ => null,
    };
}
