"""One child, one family: finding a child before making its file, its BSN, brothers and sisters, and authority."""
